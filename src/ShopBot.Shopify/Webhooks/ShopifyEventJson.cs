using System.Text.Json.Serialization;
using ShopBot.Shopping.Orders;

namespace ShopBot.Shopify.Webhooks;

[JsonSerializable(typeof(OrderPaid))]
[JsonSerializable(typeof(OrderShipped))]
[JsonSerializable(typeof(ComplianceRecord))]
internal sealed partial class ShopifyEventJson : JsonSerializerContext;
