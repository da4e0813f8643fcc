"""A site made with Django that has a model at /model: its WSGI application, as docs/service.md shows it."""

import os

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path
from werkzeug.middleware.dispatcher import DispatcherMiddleware

from desktop_app.service import from_environment


def page(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("a page of Django")


settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["127.0.0.1"], SECRET_KEY=os.urandom(20).hex())
django.setup()
urlpatterns = [path("", page)]
application = DispatcherMiddleware(get_wsgi_application(), {"/model": from_environment()})
