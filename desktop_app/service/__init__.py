"""One model as a microservice: `create_app` for programs, `from_environment` for other servers."""

from desktop_app.service.app import create_app
from desktop_app.service.environment import from_environment

__all__ = ["create_app", "from_environment"]
