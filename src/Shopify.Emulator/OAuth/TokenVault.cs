namespace Shopify.Emulator.OAuth;

/// <summary>
/// Tokens of the app in one shop. Expiring access tokens live an hour, their refresh tokens 90 days. A used refresh token may be used
/// again until the app uses its replacement, for at most 30 days; so an answer lost on the way can be asked for again.
/// </summary>
internal sealed partial class TokenVault(TimeProvider time)
{
    public static readonly TimeSpan AccessLife = TimeSpan.FromMinutes(60);
    public static readonly TimeSpan OnlineLife = TimeSpan.FromHours(24);
    public static readonly TimeSpan RefreshLife = TimeSpan.FromDays(90);
    public static readonly TimeSpan RetryWindow = TimeSpan.FromDays(30);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, AccessToken> _access = [];
    private readonly Dictionary<string, TokenPair> _refresh = [];
    private int _issued;

    public int IssuedCount
    {
        get
        {
            lock (_gate) return _issued;
        }
    }

    /// <summary>Scopes of the installed app; null when it is not installed.</summary>
    public GrantedScopes? CurrentScopes { get; private set; }

    /// <summary>A new grant. An offline one replaces every offline token given out before.</summary>
    public TokenPair Grant(GrantedScopes scopes, bool expiring, bool online)
    {
        lock (_gate)
        {
            if (!online) RevokeOffline();
            CurrentScopes = scopes;
            return Issue(scopes, expiring, online);
        }
    }

    /// <summary>The pair that a refresh token gives; null when it is unknown, expired, retired or revoked.</summary>
    public TokenPair? Refresh(string refreshToken)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (!_refresh.TryGetValue(refreshToken, out var pair) || pair.IsRevoked || now >= pair.RefreshExpiresAt) return null;
            if (pair.Successor is { } earlier)
            {
                if (earlier.WasUsed || earlier.IsRevoked || now - pair.FirstRefreshedAt > RetryWindow) return null;
                if (earlier.AccessToken.IsAlive(now)) return earlier;
                earlier.IsRevoked = true;
            }

            pair.FirstRefreshedAt ??= now;
            pair.AccessToken.IsRevoked = true;
            return pair.Successor = Issue(pair.AccessToken.Scopes, expiring: true, online: false);
        }
    }

    /// <summary>The living token of this text, marked as used; null when there is none.</summary>
    public AccessToken? Use(string text)
    {
        lock (_gate)
        {
            if (!_access.TryGetValue(text, out var token) || !token.IsAlive(time.GetUtcNow())) return null;
            token.WasUsed = true;
            return token;
        }
    }

    public void RevokeAll()
    {
        lock (_gate)
        {
            foreach (var token in _access.Values) token.IsRevoked = true;
            foreach (var pair in _refresh.Values) pair.IsRevoked = true;
            _storefront = [];
            _migrated.Clear();
            CurrentScopes = null;
        }
    }

    private void RevokeOffline()
    {
        foreach (var token in _access.Values.Where(static t => !t.IsOnline)) token.IsRevoked = true;
        foreach (var pair in _refresh.Values) pair.IsRevoked = true;
    }

    private TokenPair Issue(GrantedScopes scopes, bool expiring, bool online)
    {
        var now = time.GetUtcNow();
        DateTimeOffset? ends = online ? now + OnlineLife : expiring ? now + AccessLife : null;
        var access = new AccessToken(Secrets.Token(online ? "shpua_" : "shpat_"), scopes, ends, online);
        var withRefresh = expiring && !online;
        var pair = new TokenPair(access, withRefresh ? Secrets.Token("shprt_") : null, withRefresh ? now + RefreshLife : null);
        _access.Add(access.Text, access);
        if (pair.RefreshToken is { } refresh) _refresh.Add(refresh, pair);
        _issued++;
        return pair;
    }
}
