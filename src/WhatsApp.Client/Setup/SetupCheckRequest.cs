namespace WhatsApp.Client;

/// <summary>What a set-up check compares with. Everything may be left out; the less is given, the less is checked.</summary>
public sealed class SetupCheckRequest
{
    /// <summary>The WhatsApp Business Account the number should belong to. Null leaves the account and its subscription unchecked.</summary>
    public WabaId? Waba { get; init; }

    /// <summary>The app whose secret checks webhooks. Null leaves the app's settings unchecked and lets the token inspect itself.</summary>
    public MetaApp? App { get; init; }

    /// <summary>Where webhooks should go. Null compares with nothing.</summary>
    public Uri? CallbackUrl { get; init; }

    /// <summary>How long before its end a token is worth a warning; zero or more. Default 7 days.</summary>
    public TimeSpan ExpiryWarning { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Time for all reads together; above zero, at most ten minutes. What is not read by then becomes a finding. Default 10 seconds.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(10);
}
