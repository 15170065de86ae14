namespace ShopBot.Engine.Stores;

/// <summary>The app that this deployment is, for where configuration does not say it.</summary>
/// <param name="ClientId">The app's client id.</param>
/// <param name="SecretKey">The app's client secret.</param>
/// <param name="RedirectUrl">Where Shopify sends an owner back to, such as <c>https://bot.example.com/shopify/callback</c>; its origin is the public address of the deployment.</param>
/// <param name="CreatedAt">When it was first written; set by <see cref="BotConfigs"/>.</param>
/// <param name="UpdatedAt">When it was last written; set by <see cref="BotConfigs"/>.</param>
public sealed record BotConfig(string ClientId, string SecretKey, Uri RedirectUrl, DateTimeOffset CreatedAt = default, DateTimeOffset UpdatedAt = default)
{
    /// <inheritdoc />
    public override string ToString() => $"BotConfig {{ ClientId = {ClientId}, RedirectUrl = {RedirectUrl} }}";
}
