namespace WhatsApp.Client;

/// <summary>A person who could not be blocked or unblocked.</summary>
/// <param name="Input">Whom, as sent. Personal.</param>
/// <param name="Code">The platform's error code; null when it gave none. Blocking needs a message of that person within 24 hours.</param>
public sealed record BlockFailure(string Input, int? Code)
{
    /// <summary>The code only.</summary>
    public override string ToString() => $"BlockFailure({Code})";
}
