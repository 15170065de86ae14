namespace WhatsApp.Client.AspNetCore;

/// <summary>How webhooks are received. Checked when the host starts.</summary>
public sealed class WhatsAppWebhookOptions
{
    /// <summary>Largest body taken, in bytes, from 1 to 64 MiB; a larger one is answered with 413. Default 4 MiB: the platform sends up to 3 MB.</summary>
    public int MaxBodyBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>
    /// App secrets of the platform's own Meta app. They are the only ones a delivery without a recognisable owner can be checked with.
    /// Empty by default: such a delivery is then refused. Secret.
    /// </summary>
    public List<string> PlatformAppSecrets { get; } = [];
}
