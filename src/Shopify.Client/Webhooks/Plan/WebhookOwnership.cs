namespace Shopify.Client;

/// <summary>
/// Which subscriptions of the app belong to this deployment. Another deployment, or a person, may have made others with the same app: those are
/// never changed and never deleted.
/// </summary>
public sealed class WebhookOwnership
{
    private readonly Func<WebhookSubscription, bool> _isOurs;

    private WebhookOwnership(Func<WebhookSubscription, bool> isOurs) => _isOurs = isOurs;

    /// <summary>Ours are those sent to this address: same scheme, host and port, and the same path or one below it.</summary>
    /// <param name="address">Such as <c>https://bot.example/shopify/webhooks</c>.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentException">The address is not absolute.</exception>
    public static WebhookOwnership ByAddress(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!address.IsAbsoluteUri)
            throw new ArgumentException("The address must be absolute.", nameof(address));
        var path = address.AbsolutePath.TrimEnd('/');
        return new WebhookOwnership(subscription => Uri.TryCreate(subscription.Uri, UriKind.Absolute, out var uri)
            && Uri.Compare(uri, address, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0
            && (uri.AbsolutePath == path || uri.AbsolutePath.StartsWith(path + "/", StringComparison.Ordinal)));
    }

    /// <summary>Ours are those whose <see cref="WebhookSubscription.Name"/> starts with this, wherever they are sent: an address may then move.</summary>
    /// <param name="prefix">Such as <c>shopbot-</c>; not empty.</param>
    /// <returns>The rule.</returns>
    public static WebhookOwnership ByNamePrefix(string prefix)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(prefix);
        return new WebhookOwnership(subscription => subscription.Name?.StartsWith(prefix, StringComparison.Ordinal) == true);
    }

    /// <summary>Whether a subscription is ours.</summary>
    /// <param name="subscription">One that exists.</param>
    /// <returns>True when this deployment may change it.</returns>
    public bool Owns(WebhookSubscription subscription)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        return _isOurs(subscription);
    }
}
