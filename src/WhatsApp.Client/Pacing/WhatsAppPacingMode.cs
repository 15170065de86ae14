namespace WhatsApp.Client;

/// <summary>What a send does when it is not its turn yet.</summary>
public enum WhatsAppPacingMode
{
    /// <summary>It waits, up to <see cref="WhatsAppPacingOptions.MaxWait"/>: for programs that just send.</summary>
    Wait,

    /// <summary>It throws <see cref="WhatsAppPacedException"/> at once and is not sent: for programs with a queue of their own.</summary>
    Throw,

    /// <summary>It is sent without being counted: for programs that pace by themselves.</summary>
    Off,
}
