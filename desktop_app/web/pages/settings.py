"""Settings: what holds for the whole program, a section each."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from desktop_app.errors import ClusterError
from desktop_app.web.cluster import (
    ClusterSection,
    cluster_section,
    keep_cluster,
    order_test,
    refused_of,
    test_of,
    told,
)
from desktop_app.web.context import context
from desktop_app.web.laid_down import rules
from desktop_app.web.look import keep_look, look_section
from desktop_app.web.programs import make_token, open_door, programs_section, the_door

pages = Blueprint("settings", __name__)


@pages.get("/settings")
def show() -> str:
    """Show all sections; a token that was made just now is shown this once."""
    return _page(cluster_section(request.args.get("test", "")))


@pages.post("/settings/look")
def keep() -> ResponseReturnValue:
    """Keep the language and the colours that were chosen."""
    keep_look(request.form)
    return redirect(url_for(".show"), 303)


@pages.post("/settings/cluster")
def learn_at() -> ResponseReturnValue:
    """Keep where models are learned."""
    try:
        keep_cluster(request.form)
    except ClusterError as problem:
        return _page(cluster_section(refused=refused_of(request.form, problem))), 400
    return redirect(url_for(".show", _anchor="cluster"), 303)


@pages.post("/settings/cluster/test")
def test_cluster() -> ResponseReturnValue:
    """Ask the cluster that the form names; nothing is kept."""
    try:
        job = order_test(request.form)
    except ClusterError as problem:
        return _page(cluster_section(refused=refused_of(request.form, problem))), 400
    return redirect(url_for(".show", test=job.id, _anchor="cluster"), 303)


@pages.get("/settings/cluster/test/<job_id>")
def cluster_tested(job_id: str) -> str:
    """Return how far the asking is, or what came of it."""
    return render_template("settings/_test.html", test=told(test_of(job_id)))


@pages.post("/settings/cluster/test/<job_id>/cancel")
def cancel_test(job_id: str) -> ResponseReturnValue:
    """Stop asking."""
    context().jobs.cancel(test_of(job_id).id)
    return redirect(url_for(".show", test=job_id, _anchor="cluster"), 303)


@pages.post("/settings/programs/open")
def let_in() -> ResponseReturnValue:
    """Let programs in from now on."""
    open_door()
    return redirect(url_for(".show", _anchor="programs"), 303)


@pages.post("/settings/programs/close")
def keep_out() -> ResponseReturnValue:
    """Keep programs out from now on; their tokens stay."""
    the_door().close()
    return redirect(url_for(".show", _anchor="programs"), 303)


@pages.post("/settings/programs")
def add() -> ResponseReturnValue:
    """Make a token for a program."""
    return redirect(url_for(".show", made=make_token(request.form), _anchor="programs"), 303)


@pages.post("/settings/programs/<program_id>/revoke")
def revoke(program_id: str) -> ResponseReturnValue:
    """Shut a program out; its token is worth nothing from now on."""
    context().workspace.programs.revoke(program_id)
    return redirect(url_for(".show", _anchor="programs"), 303)


def _page(cluster: ClusterSection) -> str:
    return render_template(
        "settings/show.html",
        section=programs_section(request.args.get("made", "")),
        look=look_section(),
        cluster=cluster,
        rules=rules(),
    )
