namespace Shopify.Client.Auth;

/// <summary>When a token must be renewed, and what becomes of a record when an answer comes.</summary>
internal sealed class TokenRules(TimeSpan refreshBefore)
{
    /// <summary>The life assumed when Shopify names none for a token that can be renewed: too short is harmless, for ever is not.</summary>
    public static readonly TimeSpan AssumedLife = TimeSpan.FromMinutes(5);

    public bool Meets(ShopifyToken token, TokenGoal goal, DateTimeOffset now) => goal.Purpose switch
    {
        TokenPurpose.KeepAlive => token.DueAt is not { } due || due > goal.Until,
        TokenPurpose.Migrate => token.RefreshToken is not null,
        TokenPurpose.Use => !IsEnding(token, now),
        _ => token.AccessToken != goal.Refused && !IsEnding(token, now),
    };

    public bool IsEnding(ShopifyToken token, DateTimeOffset now)
    {
        if (token.RefreshToken is null)
            return false;
        var end = token.ExpiresAt ?? (token.IssuedAt ?? token.GrantedAt) + AssumedLife;
        var life = end - token.IssuedAt;
        return end - (life < refreshBefore * 2 ? life.Value / 2 : refreshBefore) <= now;
    }

    /// <summary>The record after a grant by the merchant: everything is new.</summary>
    public static ShopifyToken Granted(ShopDomain shop, AccessTokenResult answer, long version, DateTimeOffset now) => new()
    {
        Shop = shop,
        AccessToken = answer.AccessToken,
        ExpiresAt = End(answer, answer.RefreshToken, now),
        RefreshToken = answer.RefreshToken,
        RefreshTokenExpiresAt = now + answer.RefreshTokenExpiresIn,
        Scope = answer.Scope,
        GrantedAt = now,
        IssuedAt = now,
        Version = version,
    };

    /// <summary>The record after a renewal. A record that can be renewed stays one: what the answer leaves out is kept.</summary>
    public static ShopifyToken Renewed(ShopifyToken before, AccessTokenResult answer, DateTimeOffset now)
    {
        var refreshToken = answer.RefreshToken ?? before.RefreshToken;
        return before with
        {
            State = ShopifyTokenState.Active,
            AccessToken = answer.AccessToken,
            ExpiresAt = End(answer, refreshToken, now),
            RefreshToken = refreshToken,
            RefreshTokenExpiresAt = answer.RefreshTokenExpiresIn is { } life
                ? now + life
                : answer.RefreshToken is null ? before.RefreshTokenExpiresAt : now + TimeSpan.FromDays(90),
            Scope = answer.Scope.Length > 0 ? answer.Scope : before.Scope,
            IssuedAt = now,
        };
    }

    public static bool LacksExpiry(AccessTokenResult answer, string? refreshToken) => answer.ExpiresIn is null && refreshToken is not null;

    private static DateTimeOffset? End(AccessTokenResult answer, string? refreshToken, DateTimeOffset now) =>
        now + (answer.ExpiresIn ?? (refreshToken is null ? null : AssumedLife));
}
