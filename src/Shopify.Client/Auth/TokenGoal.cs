namespace Shopify.Client.Auth;

/// <summary>What a renewal is for, and so when it has become unnecessary because somebody else was faster.</summary>
internal readonly record struct TokenGoal(TokenPurpose Purpose, string? Refused = null, DateTimeOffset Until = default)
{
    public static TokenGoal Use { get; } = new(TokenPurpose.Use);

    public static TokenGoal Migrate { get; } = new(TokenPurpose.Migrate);

    public override string ToString() => Purpose.ToString();
}

internal enum TokenPurpose
{
    /// <summary>A token that is not about to end.</summary>
    Use,

    /// <summary>Another token than the one Shopify refused.</summary>
    Replace,

    /// <summary>As before, where the refusal was that the token never expires.</summary>
    ReplaceNonExpiring,

    /// <summary>A refresh token that lives beyond a time.</summary>
    KeepAlive,

    /// <summary>A token that expires, for one that does not.</summary>
    Migrate,
}
