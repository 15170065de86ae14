namespace WhatsApp.Client.Accounts;

/// <summary>One look-up, running or done. The look-up starts with the first who waits for it.</summary>
internal sealed class CachedAccount(Func<Task<WhatsAppAccount?>> load)
{
    private readonly Lazy<Task<WhatsAppAccount?>> _load = new(load);

    /// <summary>When it was begun and when it was last used, in ticks of the clock.</summary>
    public required long LoadedAt { get; init; }

    public long UsedAt { get; set; }

    public Task<WhatsAppAccount?> Load => _load.Value;

    /// <summary>The account once it is there, else null.</summary>
    public WhatsAppAccount? Account => _load.IsValueCreated && _load.Value.IsCompletedSuccessfully ? _load.Value.Result : null;

    /// <summary>Ended without an account: such an answer is not kept.</summary>
    public bool HasFailed => _load.IsValueCreated && _load.Value.IsCompleted && Account is null;
}
