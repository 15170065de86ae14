using System.Text.Json.Serialization;
using ShopBot.Shopping.CashOnDelivery;
using ShopBot.Shopping.Orders;
using ShopBot.Shopping.Reminders;

namespace ShopBot.Shopify.Webhooks;

[JsonSerializable(typeof(OrderPaid))]
[JsonSerializable(typeof(OrderShipped))]
[JsonSerializable(typeof(CashOnDeliveryPlaced))]
[JsonSerializable(typeof(ComplianceRecord))]
[JsonSerializable(typeof(StockReturned))]
internal sealed partial class ShopifyEventJson : JsonSerializerContext;
