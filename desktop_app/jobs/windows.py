"""A Windows job object around each worker: bounded memory, no processes of its own, an end with the app."""

import sys

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _EXTENDED_LIMITS = 9
    _ACTIVE_PROCESS, _PROCESS_MEMORY, _NO_DIALOG, _KILL_ON_CLOSE = 0x8, 0x100, 0x400, 0x2000
    _SET_QUOTA_AND_TERMINATE = 0x0101
    _kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    _kernel.CreateJobObjectW.restype = wintypes.HANDLE
    _kernel.OpenProcess.restype = wintypes.HANDLE

    class _BasicLimits(ctypes.Structure):
        _fields_ = (
            ("per_process_time", ctypes.c_int64),
            ("per_job_time", ctypes.c_int64),
            ("flags", wintypes.DWORD),
            ("least_working_set", ctypes.c_size_t),
            ("most_working_set", ctypes.c_size_t),
            ("active_processes", wintypes.DWORD),
            ("affinity", ctypes.c_size_t),
            ("priority_class", wintypes.DWORD),
            ("scheduling_class", wintypes.DWORD),
        )

    class _Limits(ctypes.Structure):
        _fields_ = (
            ("basic", _BasicLimits),
            ("io", ctypes.c_uint64 * 6),
            ("process_memory", ctypes.c_size_t),
            ("job_memory", ctypes.c_size_t),
            ("peak_process_memory", ctypes.c_size_t),
            ("peak_job_memory", ctypes.c_size_t),
        )

    class _MemoryStatus(ctypes.Structure):
        _fields_ = (
            ("length", wintypes.DWORD),
            ("load", wintypes.DWORD),
            ("total", ctypes.c_uint64),
            ("rest", ctypes.c_uint64 * 6),
        )

    class Enclosure:
        """Holds one worker; Windows ends the worker when this handle closes, also by the app's own death."""

        def __init__(self, process_id: int, memory: int) -> None:
            limits = _Limits()
            limits.basic.flags = _ACTIVE_PROCESS | _PROCESS_MEMORY | _NO_DIALOG | _KILL_ON_CLOSE
            limits.basic.active_processes = 1
            limits.process_memory = memory
            self._handle = wintypes.HANDLE(_kernel.CreateJobObjectW(None, None))
            size = ctypes.sizeof(limits)
            _ask(_kernel.SetInformationJobObject(self._handle, _EXTENDED_LIMITS, ctypes.byref(limits), size))
            process = wintypes.HANDLE(_kernel.OpenProcess(_SET_QUOTA_AND_TERMINATE, 0, process_id))
            try:
                _ask(_kernel.AssignProcessToJobObject(self._handle, process))
            finally:
                _kernel.CloseHandle(process)

        def open(self) -> None:
            """Let go of it, which ends a worker that is still inside."""
            _kernel.CloseHandle(self._handle)

    def memory_of_computer() -> int:
        """Return the bytes of memory this computer has."""
        status = _MemoryStatus(length=ctypes.sizeof(_MemoryStatus))
        _ask(_kernel.GlobalMemoryStatusEx(ctypes.byref(status)))
        return int(status.total)

    def _ask(answer: int) -> None:
        if not answer:
            raise ctypes.WinError(ctypes.get_last_error())
