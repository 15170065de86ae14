namespace WhatsApp.Client;

/// <summary>A callback for one WhatsApp Business Account instead of the app's own.</summary>
public sealed class WebhookOverride
{
    /// <summary>Names the callback. The platform asks it for the challenge before it accepts it.</summary>
    /// <param name="callbackUri">Where webhooks shall go: absolute, https (http for an emulator).</param>
    /// <param name="verifyToken">What the endpoint expects in the handshake.</param>
    /// <exception cref="ArgumentException">The address is not absolute http or https, or the token is empty.</exception>
    public WebhookOverride(Uri callbackUri, string verifyToken)
    {
        ArgumentNullException.ThrowIfNull(callbackUri);
        ArgumentException.ThrowIfNullOrEmpty(verifyToken);
        if (!callbackUri.IsAbsoluteUri || (callbackUri.Scheme != Uri.UriSchemeHttps && callbackUri.Scheme != Uri.UriSchemeHttp))
            throw new ArgumentException("A callback is an absolute http or https address.", nameof(callbackUri));
        (CallbackUri, VerifyToken) = (callbackUri, verifyToken);
    }

    /// <summary>Where webhooks shall go.</summary>
    public Uri CallbackUri { get; }

    /// <summary>What the endpoint expects in the handshake. A secret.</summary>
    public string VerifyToken { get; }

    /// <summary>The address, without the token.</summary>
    public override string ToString() => $"WebhookOverride({CallbackUri})";
}
