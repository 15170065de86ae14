namespace Shopify.Client.Auth;

/// <summary>How tokens are kept alive.</summary>
public sealed class ShopifyTokenOptions
{
    /// <summary>
    /// How long before its end an access token is renewed. Default 5 minutes; zero to 30 minutes. A token that lives shorter than twice this is
    /// renewed at half its life.
    /// </summary>
    public TimeSpan RefreshBefore { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long a token that was read may be used before the store is asked again, so that a change by another process is seen. Default 5
    /// seconds; zero to 10 minutes, where zero asks every time.
    /// </summary>
    public TimeSpan CacheTime { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often shops without traffic are looked after. Default 6 hours; 1 minute to 7 days.</summary>
    public TimeSpan SweepInterval { get; set; } = TimeSpan.FromHours(6);

    /// <summary>
    /// How long before its refresh token ends (90 days after the last renewal) an idle shop is renewed, because nobody can do it later. Default 14
    /// days; 1 to 60 days.
    /// </summary>
    public TimeSpan RenewIdleBefore { get; set; } = TimeSpan.FromDays(14);

    /// <summary>
    /// Whether the sweep also exchanges tokens that never expire for ones that do, which public apps must have by 1 January 2027. One way, shop by
    /// shop. Default false: only a token that Shopify refuses for that reason is exchanged.
    /// </summary>
    /// <seealso href="https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/offline-access-tokens"/>
    public bool MigrateNonExpiringTokens { get; set; }
}
