namespace WhatsApp.Emulator;

/// <summary>A Meta app: the secret that signs, and the callback in its webhook settings.</summary>
internal sealed class EmulatedApp(string id, string secret)
{
    private volatile WebhookCallback? _callback;
    private volatile IReadOnlyList<string> _fields = ["account_update", "messages", "phone_number_quality_update"];

    public string Id => id;
    public string Secret => secret;

    public WebhookCallback? Callback
    {
        get => _callback;
        set => _callback = value;
    }

    /// <summary>What it hears of, in its webhook settings.</summary>
    public IReadOnlyList<string> Fields
    {
        get => _fields;
        set => _fields = value;
    }

    /// <summary>Messages and statuses come under one field.</summary>
    public bool HearsMessages => _fields.Contains("messages");
}
