using System.Collections.Immutable;

namespace Shopify.Emulator.OAuth;

/// <summary>A public Storefront token: it never expires, and lives until it is deleted or the app uninstalled.</summary>
internal sealed record StorefrontToken(long Id, string Title, string Text, GrantedScopes Scopes, DateTimeOffset CreatedAt);

/// <content>Tokens besides the offline pair: migrated, delegated, without a user, and public ones for the Storefront API.</content>
internal sealed partial class TokenVault
{
    /// <summary>How long a migration can be asked for again.</summary>
    public static readonly TimeSpan ReplayWindow = TimeSpan.FromDays(7);

    private const long FirstStorefrontId = 73_500_100_001;
    private readonly Dictionary<string, (TokenPair Pair, DateTimeOffset At)> _migrated = [];
    private ImmutableList<StorefrontToken> _storefront = [];
    private long _storefrontMade;

    public IReadOnlyList<StorefrontToken> StorefrontTokens => Volatile.Read(ref _storefront);

    /// <summary>Notes an installation that gave out no token, as Shopify-managed installation does.</summary>
    public void Install(GrantedScopes scopes)
    {
        lock (_gate) CurrentScopes = scopes;
    }

    /// <summary>Turns a non-expiring offline token into an expiring pair; the old one stops. Within seven days a repeat gives the same pair, until that is refreshed or replaced.</summary>
    public TokenPair? Migrate(string oldToken)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (_migrated.TryGetValue(oldToken, out var earlier))
                return now - earlier.At < ReplayWindow && !earlier.Pair.IsRevoked && earlier.Pair.FirstRefreshedAt is null ? earlier.Pair : null;
            if (!_access.TryGetValue(oldToken, out var token) || !token.IsAlive(now) || token.ExpiresAt is not null || token.IsOnline) return null;
            RevokeOffline();
            var pair = Issue(token.Scopes, expiring: true, online: false);
            _migrated[oldToken] = (pair, now);
            return pair;
        }
    }

    /// <summary>A token for a day without a refresh token: client credentials grant.</summary>
    public AccessToken? WithoutUser()
    {
        lock (_gate)
        {
            if (CurrentScopes is not { } scopes) return null;
            var token = new AccessToken(Secrets.Token("shpat_"), scopes, time.GetUtcNow() + OnlineLife, online: false);
            _access.Add(token.Text, token);
            _issued++;
            return token;
        }
    }

    public AccessToken Delegate(AccessToken parent, GrantedScopes scopes, DateTimeOffset? ends)
    {
        lock (_gate)
        {
            var token = new AccessToken(Secrets.Token("shpat_"), scopes, ends, online: false) { Parent = parent };
            _access.Add(token.Text, token);
            _issued++;
            return token;
        }
    }

    /// <summary>Takes scopes away from the app; its living tokens lose them too.</summary>
    public void Narrow(GrantedScopes left)
    {
        lock (_gate)
        {
            CurrentScopes = left;
            foreach (var token in _access.Values)
                token.Scopes = new(token.Scopes.Compressed.Where(s => left.HasAll([s])));
        }
    }

    public StorefrontToken CreateStorefront(string title, GrantedScopes scopes)
    {
        lock (_gate)
        {
            var token = new StorefrontToken(FirstStorefrontId + _storefrontMade++, title, Secrets.Hex(), scopes, time.GetUtcNow());
            _storefront = _storefront.Add(token);
            return token;
        }
    }

    public bool DeleteStorefront(long? id)
    {
        lock (_gate)
        {
            var left = _storefront.RemoveAll(t => t.Id == id);
            var removed = left.Count < _storefront.Count;
            _storefront = left;
            return removed;
        }
    }

    public StorefrontToken? FindStorefront(string text) => StorefrontTokens.FirstOrDefault(t => t.Text == text);
}
