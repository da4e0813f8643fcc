"""Whether our own pages can be reached: some security programs shut a computer off from itself."""

import http.client

PATIENCE = 30.0  # seconds: a computer may be that busy, and a wrong alarm would be worse than a late one


def is_reached(port: int) -> bool:
    """Whether the server at *port* of 127.0.0.1 answers at all; no proxy is asked."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", "/")
        connection.getresponse().read()  # whatever it says to a stranger
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
    return True
