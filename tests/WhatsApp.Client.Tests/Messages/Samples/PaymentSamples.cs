using System.Text;

namespace WhatsApp.Client.Tests.Messages.Samples;

internal static class PaymentSamples
{
    public static readonly PaymentSetting Gateway = new PaymentSetting.Gateway("razorpay", "main");

    private const string GatewayJson = """{"type":"payment_gateway","payment_gateway":{"type":"razorpay","configuration_name":"main"}}""";

    public static OrderDetails Details(params IReadOnlyList<PaymentSetting> settings) =>
        new("order-9", GoodsType.PhysicalGoods, "INR", new PaymentAmount(21000), settings);

    private static Sample Setting(PaymentSetting setting, string json) => Sample.Interactive(
        new OrderDetailsMessage("Your order", Details(setting)),
        """
        {"type":"order_details","body":{"text":"Your order"},"action":{"name":"review_and_pay","parameters":{"reference_id":"order-9","type":"physical-goods",
         "payment_settings":[SETTING],"currency":"INR","total_amount":{"value":21000,"offset":100}}}}
        """.Replace("SETTING", json, StringComparison.Ordinal));

    public static IEnumerable<Sample> All =>
    [
        Setting(Gateway, GatewayJson),
        Setting(
            new PaymentSetting.PixDynamicCode("000201", "Padaria", "39580525000189", "CNPJ"),
            """{"type":"pix_dynamic_code","pix_dynamic_code":{"code":"000201","merchant_name":"Padaria","key":"39580525000189","key_type":"CNPJ"}}"""),
        Setting(new PaymentSetting.PaymentLink("https://pay.example/9"), """{"type":"payment_link","payment_link":{"uri":"https://pay.example/9"}}"""),
        Setting(new PaymentSetting.Boleto("03399026944140000002628346101018898510000008848"),
            """{"type":"boleto","boleto":{"digitable_line":"03399026944140000002628346101018898510000008848"}}"""),
        Setting(new PaymentSetting.UpiIntentLink("upi://pay?pa=shop@bank"), """{"type":"upi_intent_link","upi_intent_link":{"link":"upi://pay?pa=shop@bank"}}"""),
        Setting(
            new PaymentSetting.Other("offsite_card_pay", Encoding.UTF8.GetBytes("""{"last_four_digits":"0000","credential_id":"c-1"}""")),
            """{"type":"offsite_card_pay","offsite_card_pay":{"last_four_digits":"0000","credential_id":"c-1"}}"""),
        Sample.Interactive(
            new OrderDetailsMessage("Your order", new OrderDetails("order-9", GoodsType.DigitalGoods, "BRL", new PaymentAmount(21000, 100), [Gateway])
            {
                Order = new PaymentOrder(
                    [
                        new("Rye", new PaymentAmount(10000), 2) { RetailerId = "rye-1", SaleAmount = new PaymentAmount(9500), CountryOfOrigin = "Brazil" },
                        new("Oat", new PaymentAmount(500), 1),
                    ],
                    new PaymentAmount(19500), new OrderCharge(new PaymentAmount(1000)) { Description = "ICMS" })
                {
                    Shipping = new OrderCharge(new PaymentAmount(1500)) { Description = "Courier" },
                    Discount = new OrderCharge(new PaymentAmount(1000)) { Description = "Regular", DiscountProgramName = "Friends" },
                    CatalogId = "5550",
                    ExpiresAt = DateTimeOffset.FromUnixTimeSeconds(1_795_000_000),
                    ExpirationDescription = "The price holds for a day.",
                },
            })
            {
                Header = new MessageHeader.Image(MediaSamples.Uploaded),
                Footer = "Thank you",
            },
            """
            {"type":"order_details","header":{"type":"image","image":{"id":"900100"}},"body":{"text":"Your order"},"footer":{"text":"Thank you"},
             "action":{"name":"review_and_pay","parameters":{"reference_id":"order-9","type":"digital-goods","payment_settings":[SETTING],
              "currency":"BRL","total_amount":{"value":21000,"offset":100},
              "order":{"status":"pending","catalog_id":"5550","expiration":{"timestamp":"1795000000","description":"The price holds for a day."},
               "items":[
                {"retailer_id":"rye-1","name":"Rye","amount":{"value":10000,"offset":100},"quantity":2,"sale_amount":{"value":9500,"offset":100},"country_of_origin":"Brazil"},
                {"name":"Oat","amount":{"value":500,"offset":100},"quantity":1}],
               "subtotal":{"value":19500,"offset":100},"tax":{"value":1000,"offset":100,"description":"ICMS"},
               "shipping":{"value":1500,"offset":100,"description":"Courier"},
               "discount":{"value":1000,"offset":100,"description":"Regular","discount_program_name":"Friends"}}}}}
            """.Replace("SETTING", GatewayJson, StringComparison.Ordinal)),
        Sample.Interactive(
            new OrderStatusMessage("It left our shop", "order-9", OrderStatus.Shipped),
            """
            {"type":"order_status","body":{"text":"It left our shop"},
             "action":{"name":"review_order","parameters":{"reference_id":"order-9","order":{"status":"shipped"}}}}
            """),
        Sample.Interactive(
            new OrderStatusMessage("We are sorry", "order-9", OrderStatus.Canceled)
            {
                Description = "Out of flour", Header = new MessageHeader.Text("Order 9"), Footer = "Bread & Co",
            },
            """
            {"type":"order_status","header":{"type":"text","text":"Order 9"},"body":{"text":"We are sorry"},"footer":{"text":"Bread & Co"},
             "action":{"name":"review_order","parameters":{"reference_id":"order-9","order":{"status":"canceled","description":"Out of flour"}}}}
            """),
    ];
}
