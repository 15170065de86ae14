using System.Collections.Concurrent;

namespace WhatsApp.Client.Accounts;

/// <summary>
/// Keeps what the source answered: per number, for a time, up to a count; one look-up at a time per number, whoever waits for it.
/// Absent accounts are not kept, so that a new one works at once.
/// </summary>
internal sealed class AccountCache(IWhatsAppAccountSource source, WhatsAppClientOptions options, TimeProvider time)
{
    private readonly ConcurrentDictionary<PhoneNumberId, CachedAccount> _entries = new();
    private readonly Lock _eviction = new();

    public int Count => _entries.Count;

    public ValueTask<WhatsAppAccount> GetAsync(PhoneNumberId number, CancellationToken cancellationToken)
    {
        var entry = Entry(number);
        return entry.Account is { } account
            ? ValueTask.FromResult(account)
            : new ValueTask<WhatsAppAccount>(WaitAsync(number, entry, cancellationToken));
    }

    public void Invalidate(PhoneNumberId number) => _entries.TryRemove(number, out _);

    /// <summary>Drops the account only if it is still the one that was refused: a late refusal must not drop its successor.</summary>
    public void Forget(WhatsAppAccount refused)
    {
        if (_entries.TryGetValue(refused.PhoneNumberId, out var entry) && entry.Account is { } known && known.AccessToken == refused.AccessToken)
            _entries.TryRemove(KeyValuePair.Create(refused.PhoneNumberId, entry));
    }

    private CachedAccount Entry(PhoneNumberId number)
    {
        var now = time.GetTimestamp();
        while (true)
        {
            if (_entries.TryGetValue(number, out var entry))
            {
                if (!entry.HasFailed && time.GetElapsedTime(entry.LoadedAt, now) < options.AccountLifetime)
                {
                    entry.UsedAt = now;
                    return entry;
                }

                _entries.TryRemove(KeyValuePair.Create(number, entry));
            }

            var loading = new CachedAccount(() => LoadAsync(number)) { LoadedAt = now, UsedAt = now };
            if (_entries.TryAdd(number, loading))
            {
                Trim();
                return loading;
            }
        }
    }

    private async Task<WhatsAppAccount> WaitAsync(PhoneNumberId number, CachedAccount entry, CancellationToken cancellationToken)
    {
        try
        {
            return await entry.Load.WaitAsync(cancellationToken).ConfigureAwait(false) ?? throw new WhatsAppAccountNotFoundException(number);
        }
        finally
        {
            if (entry.HasFailed)
                _entries.TryRemove(KeyValuePair.Create(number, entry));
        }
    }

    private async Task<WhatsAppAccount?> LoadAsync(PhoneNumberId number)
    {
        using var deadline = new CancellationTokenSource(options.AccountTimeout, time);
        try
        {
            // A source that ignores its token still ends here.
            var account = await source.FindAsync(number, deadline.Token).AsTask().WaitAsync(deadline.Token).ConfigureAwait(false);
            return account is null || account.PhoneNumberId == number
                ? account
                : throw new InvalidOperationException($"The account source was asked for number {number} and answered with the account of {account.PhoneNumberId}.");
        }
        catch (OperationCanceledException exception) when (deadline.IsCancellationRequested)
        {
            throw new WhatsAppUnavailableException("The account source did not answer in time; nothing was sent.", requestWasSent: false, exception)
            {
                IsHostFailure = false,
            };
        }
    }

    /// <summary>Above the limit the least recently used tenth goes, so that a pass over all is rare.</summary>
    private void Trim()
    {
        if (_entries.Count <= options.MaxCachedAccounts || !_eviction.TryEnter())
            return;
        try
        {
            var surplus = _entries.Count - (options.MaxCachedAccounts - (options.MaxCachedAccounts / 10));
            foreach (var entry in _entries.OrderBy(entry => entry.Value.UsedAt).Take(surplus))
                _entries.TryRemove(entry);
        }
        finally
        {
            _eviction.Exit();
        }
    }
}
