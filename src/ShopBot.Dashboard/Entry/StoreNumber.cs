using System.Collections.Concurrent;
using ShopBot.Engine.Stores;
using WhatsApp.Client;

namespace ShopBot.Dashboard;

/// <summary>The phone number behind a store's number id, as the Cloud API tells it; remembered for an hour.</summary>
internal sealed class StoreNumber(WhatsAppClient client, TimeProvider time)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<(StoreId Store, string Number), (DateTimeOffset Until, string Phone)> _known = new();

    /// <returns>Null when there is none, or WhatsApp does not say.</returns>
    public async Task<string?> FindAsync(Store store, CancellationToken cancellationToken)
    {
        if (store is not { PhoneNumberId: { } number, WhatsApp: { } credentials })
            return null;
        if (_known.TryGetValue((store.Id, number), out var known) && known.Until > time.GetUtcNow())
            return known.Phone;
        using var deadline = new CancellationTokenSource(Deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            var read = await client.For(new WhatsAppAccount(new PhoneNumberId(number), credentials.AccessToken)).GetPhoneNumberAsync(either.Token).ConfigureAwait(false);
            if (read.DisplayPhoneNumber is not { Length: > 0 } phone)
                return null;
            _known[(store.Id, number)] = (time.GetUtcNow() + Lifetime, phone);
            return phone;
        }
        catch (WhatsAppException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
