namespace WhatsApp.Client;

/// <summary>A Meta app and its secret, which together may inspect tokens and read the app's webhook settings.</summary>
public sealed class MetaApp
{
    /// <summary>Names an app.</summary>
    /// <param name="appId">The app's id: digits.</param>
    /// <param name="appSecret">The app's secret.</param>
    /// <exception cref="ArgumentException">One of the two is malformed. The message never shows the secret.</exception>
    public MetaApp(string appId, string appSecret)
    {
        if (string.IsNullOrEmpty(appId) || appId.AsSpan().ContainsAnyExceptInRange('0', '9'))
            throw new ArgumentException("An app id has digits only.", nameof(appId));
        if (string.IsNullOrEmpty(appSecret) || appSecret.AsSpan().ContainsAnyExceptInRange('!', '~'))
            throw new ArgumentException("An app secret has visible ASCII characters only.", nameof(appSecret));
        (AppId, AppSecret) = (appId, appSecret);
    }

    /// <summary>The app's id.</summary>
    public string AppId { get; }

    /// <summary>The app's secret: it signs webhooks. Never log it.</summary>
    public string AppSecret { get; }

    /// <summary>The id, without the secret.</summary>
    public override string ToString() => $"MetaApp({AppId})";
}
