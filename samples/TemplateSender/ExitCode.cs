namespace TemplateSender;

/// <summary>What the program returns to the shell.</summary>
public enum ExitCode
{
    /// <summary>The platform took every message.</summary>
    AllAccepted = 0,

    /// <summary>At least one message was not sent, or nobody knows.</summary>
    SomeFailed = 1,

    /// <summary>The arguments, the file or the settings cannot be used. Nothing was sent.</summary>
    Usage = 2,

    /// <summary>The template breaks a limit. Nothing was sent.</summary>
    InvalidTemplate = 3,

    /// <summary>Stopped from outside, or by an error that all later messages would meet too.</summary>
    Stopped = 4,
}
