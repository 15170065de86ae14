using System.Text;

namespace WhatsApp.Emulator;

/// <summary>A Meta app: the secret that signs, and the callback in its webhook settings.</summary>
public sealed class EmulatedApp
{
    private volatile WebhookCallback? _callback;
    private volatile IReadOnlyList<string> _fields = WebhookFields.All;
    private string _webhookVersion = "v25.0";

    internal EmulatedApp(string id, string secret)
    {
        Id = id;
        Secret = secret;
        SecretBytes = Encoding.UTF8.GetBytes(secret);
    }

    /// <summary>The id of the app.</summary>
    public string Id { get; }

    /// <summary>Whether the app is in live mode. In development mode only test events of the dashboard arrive. Default true.</summary>
    public bool IsLive { get; set; } = true;

    /// <summary>
    /// The payload version chosen in the webhook settings. Up to <c>v23.0</c> statuses carry <c>conversation</c>. Default <c>v25.0</c>.
    /// </summary>
    /// <exception cref="ArgumentException">It does not look like a version.</exception>
    public string WebhookVersion
    {
        get => _webhookVersion;
        set
        {
            PayloadVersion = WebhookStyle.Parse(value);
            _webhookVersion = value;
        }
    }

    /// <summary>Whether calls must carry <c>appsecret_proof</c> ("Require App Secret" in the settings). Default false.</summary>
    public bool RequiresAppSecretProof { get; set; }

    /// <summary>The fields it is subscribed to, for example <c>messages</c>. Default: all.</summary>
    public IReadOnlyList<string> Fields
    {
        get => _fields;
        set => _fields = [.. value];
    }

    internal string Secret { get; }
    internal byte[] SecretBytes { get; }
    internal int PayloadVersion { get; private set; } = 25;

    internal WebhookCallback? Callback
    {
        get => _callback;
        set => _callback = value;
    }

    internal bool Hears(string field)
    {
        // The hand-written loop: asked for every event.
        foreach (var known in _fields)
        {
            if (string.Equals(known, field, StringComparison.Ordinal))
                return true;
        }

        // A field that no settings page offers yet reaches everybody.
        return !WebhookFields.IsKnown(field);
    }

    /// <inheritdoc/>
    public override string ToString() => $"EmulatedApp {Id}";
}
