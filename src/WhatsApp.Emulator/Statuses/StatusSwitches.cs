namespace WhatsApp.Emulator;

/// <summary>Makes status webhooks as unruly as the platform allows itself to be. All off by default; may be changed at any time.</summary>
public sealed class StatusSwitches
{
    internal StatusSwitches()
    {
    }

    /// <summary>Sends the statuses of one message in a random order.</summary>
    public bool Shuffle { get; set; }

    /// <summary>Sends every status twice, in two POSTs.</summary>
    public bool Duplicate { get; set; }

    /// <summary>Goes from sent straight to read, as happens when the chat is open.</summary>
    public bool SkipDelivered { get; set; }

    /// <summary>Sends the first status before the send call is answered.</summary>
    public bool BeforeAnswer { get; set; }

    /// <summary>Sends no statuses at all.</summary>
    public bool Silent { get; set; }
}
