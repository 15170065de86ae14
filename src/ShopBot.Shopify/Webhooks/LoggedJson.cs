using System.Text.Json.Serialization;
using ShopBot.Shopping.Events;

namespace ShopBot.Shopify.Webhooks;

/// <summary>What the shop's flow logs, in the spelling it is logged in.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StockWatched))]
[JsonSerializable(typeof(CheckoutCreated))]
internal sealed partial class LoggedJson : JsonSerializerContext;
