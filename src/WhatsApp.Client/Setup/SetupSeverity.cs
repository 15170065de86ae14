namespace WhatsApp.Client;

/// <summary>How much a finding matters.</summary>
public enum SetupSeverity
{
    /// <summary>Good to know; nothing to do.</summary>
    Info,

    /// <summary>Works, or may work, but will not stay so or could not be checked.</summary>
    Warning,

    /// <summary>Does not work until somebody does something.</summary>
    Error,
}
