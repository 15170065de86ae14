namespace WhatsApp.Emulator;

/// <summary>A Meta app: the secret that signs, and the callback in its webhook settings.</summary>
internal sealed class EmulatedApp(string id, string secret)
{
    private volatile WebhookCallback? _callback;

    public string Id => id;
    public string Secret => secret;

    public WebhookCallback? Callback
    {
        get => _callback;
        set => _callback = value;
    }
}
