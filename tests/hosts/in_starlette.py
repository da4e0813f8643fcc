"""A site made with Starlette, as FastAPI is, that has a model at /model, as docs/service.md shows it."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, cast

from a2wsgi import WSGIMiddleware
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Mount, Route

from desktop_app.service import create_app
from desktop_app.settings import read_settings


async def page(_request: Request) -> PlainTextResponse:
    return PlainTextResponse("a page of Starlette")


model = create_app(Path(os.environ["HUNCH_MODEL"]), read_settings())


@asynccontextmanager
async def lifespan(_site: Starlette) -> AsyncIterator[None]:
    yield
    model.extensions["hunch_service"].close()  # a server that ends by its signal runs nothing at its end


mounted: Any = WSGIMiddleware(cast(Any, model))
application = Starlette(routes=[Route("/", page), Mount("/model", app=mounted)], lifespan=lifespan)
