using System.Collections.Immutable;
using Shopify.Emulator.OAuth;
using Shopify.Emulator.Orders;
using Shopify.Emulator.Sales;
using Shopify.Emulator.Webhooks;

namespace Shopify.Emulator.Checkout;

/// <summary>A checkout in which the buyer left contact data. It counts as abandoned until an order comes of it.</summary>
internal sealed record StartedCheckout(long Id, string Token, string Source, string ResumeUrl, Sale Sale, OrderContact Contact, DateTimeOffset CreatedAt)
{
    public DateTimeOffset UpdatedAt { get; init; } = CreatedAt;

    public DateTimeOffset? CompletedAt { get; init; }

    public long? CustomerId { get; init; }

    public string Name => $"#{Id}";
}

/// <summary>The checkouts of a shop, one per cart or invoice.</summary>
internal sealed class CheckoutBook(EmulatedShop shop)
{
    private const long FirstId = 37_205_800_000_001;

    private readonly Lock _gate = new();
    private ImmutableSortedDictionary<long, StartedCheckout> _all = ImmutableSortedDictionary<long, StartedCheckout>.Empty;
    private ImmutableDictionary<string, long> _bySource = ImmutableDictionary<string, long>.Empty;

    public IEnumerable<StartedCheckout> All => Volatile.Read(ref _all).Values;

    public StartedCheckout? Find(long? id) => id is { } known ? Volatile.Read(ref _all).GetValueOrDefault(known) : null;

    /// <summary>Where the buyer finds the checkout again.</summary>
    public string RecoverUrl(StartedCheckout checkout) => $"{shop.Url}/{shop.Id}/checkouts/ac/{checkout.Token}/recover";

    public StartedCheckout? FindByToken(string token) => All.FirstOrDefault(c => c.Token == token);

    /// <summary>Keeps what the buyer filled in; tells <c>checkouts/create</c> or <c>checkouts/update</c>.</summary>
    public StartedCheckout Save(string source, string resumeUrl, Sale sale, OrderContact contact)
    {
        StartedCheckout saved;
        bool isNew;
        lock (_gate)
        {
            isNew = !_bySource.TryGetValue(source, out var id);
            saved = isNew
                ? new(FirstId + _all.Count, Secrets.Hex(), source, resumeUrl, sale, contact, shop.Now())
                : _all[id] with { Sale = sale, Contact = contact, UpdatedAt = shop.Now() };
            saved = saved with { CustomerId = (shop.Customers.ByPhone(contact.Phone) ?? shop.Customers.ByEmail(contact.Email))?.Id };
            _all = _all.SetItem(saved.Id, saved);
            _bySource = _bySource.SetItem(source, saved.Id);
        }

        Tell(isNew ? "checkouts/create" : "checkouts/update", saved);
        return saved;
    }

    /// <summary>Notes that an order came of it.</summary>
    public void Complete(StartedCheckout checkout, EmulatedOrder order)
    {
        StartedCheckout done;
        lock (_gate)
        {
            done = checkout with { CompletedAt = order.CreatedAt, UpdatedAt = order.CreatedAt, CustomerId = order.CustomerId };
            _all = _all.SetItem(done.Id, done);
        }

        Tell("checkouts/update", done);
    }

    private void Tell(string topic, StartedCheckout checkout)
    {
        if (shop.HasReceiver(topic)) shop.Publish(topic, CheckoutPayload.Of(shop, checkout));
    }
}
