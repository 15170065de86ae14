namespace ShopBot.Engine.Events;

/// <summary>Where and how domain events are posted to another system.</summary>
public sealed class WebhookPublisherOptions
{
    /// <summary>The receiver: an https address, or http on loopback.</summary>
    public Uri? Url { get; set; }

    /// <summary>The key of the signature, at least 24 bytes, in Base64; a leading <c>whsec_</c> is ignored.</summary>
    public string? Secret { get; set; }

    /// <summary>A second key while the first is being replaced; both sign. Null for none.</summary>
    public string? OldSecret { get; set; }

    /// <summary>Only these kinds; empty for all.</summary>
    public IList<string> Kinds { get; } = [];

    /// <summary>How long one post may take. 100 ms to 30 s; default 10 s.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);
}
