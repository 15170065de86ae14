using System.Text.Json.Serialization;
using ShopBot.Shopping.CashOnDelivery;
using ShopBot.Shopping.Orders;

namespace ShopBot.Shopify.Webhooks;

[JsonSerializable(typeof(OrderPaid))]
[JsonSerializable(typeof(OrderShipped))]
[JsonSerializable(typeof(CashOnDeliveryPlaced))]
[JsonSerializable(typeof(ComplianceRecord))]
internal sealed partial class ShopifyEventJson : JsonSerializerContext;
