namespace Shopify.Client.Auth;

/// <summary>Keeps tokens in this process, for one host and for trials: nothing outlives the process.</summary>
internal sealed class InMemoryShopifyTokenStore(TimeProvider time) : IShopifyTokenStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ShopDomain, (ShopifyToken Token, DateTimeOffset? ClaimedUntil)> _tokens = [];

    public ValueTask<ShopifyToken?> FindAsync(ShopDomain shop, CancellationToken cancellationToken = default)
    {
        lock (_gate)
            return ValueTask.FromResult(_tokens.TryGetValue(shop, out var held) ? held.Token : null);
    }

    public ValueTask<bool> SaveAsync(ShopifyToken token, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            var stored = _tokens.TryGetValue(token.Shop, out var held) ? held.Token.Version : 0;
            if (stored != token.Version)
                return ValueTask.FromResult(false);
            _tokens[token.Shop] = (token with { Version = stored + 1 }, null);
            return ValueTask.FromResult(true);
        }
    }

    public ValueTask<ShopifyToken?> TryClaimAsync(ShopDomain shop, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (!_tokens.TryGetValue(shop, out var held) || held.ClaimedUntil > now)
                return ValueTask.FromResult<ShopifyToken?>(null);
            var claimed = held.Token with { Version = held.Token.Version + 1 };
            _tokens[shop] = (claimed, now + lease);
            return ValueTask.FromResult<ShopifyToken?>(claimed);
        }
    }

    public ValueTask<IReadOnlyList<ShopDomain>> FindDueAsync(
        DateTimeOffset before, ShopDomain? after, int maxShops, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<ShopDomain>>(
            [
                .. _tokens.Values.Select(static held => held.Token)
                    .Where(token => token.DueAt < before && (after is not { } last || string.CompareOrdinal(token.Shop.Value, last.Value) > 0))
                    .Select(static token => token.Shop)
                    .OrderBy(static shop => shop.Value, StringComparer.Ordinal)
                    .Take(maxShops),
            ]);
        }
    }
}
