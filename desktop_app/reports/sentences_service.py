"""The sentences of a model that is served to other programs."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

SENTENCES = {
    "service.begins": Sentence(mark("{path} answers rows of this model. Its description: {argument}")),
    "service.ends_by": Sentence(mark("Ctrl+C ends it.")),
    "service.for_all": Sentence(
        mark("Its requests and its token cross the network unencrypted: put it behind a server with TLS.")
    ),
    "service.docs_title": Sentence(mark("A model as a service")),
    "service.docs_ask": Sentence(mark("Token of this service")),
    "service.docs_show": Sentence(mark("Show its description")),
    "service.docs_wrong": Sentence(mark("This is not the token.")),
    "service.docs_failed": Sentence(mark("The model does not answer yet. Try again in a moment.")),
    "service.docs_scripts": Sentence(mark("This page needs scripts; the same is told by openapi.json.")),
}
