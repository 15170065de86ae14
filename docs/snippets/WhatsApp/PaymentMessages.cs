using WhatsApp.Client;

namespace Snippets.WhatsApp;

internal static class PaymentMessages
{
    public static async Task OrderDetailsAsync(WhatsAppSender sender, Recipient customer)
    {
        #region order-details
        var details = new OrderDetails(
            ReferenceId: "order-9",
            GoodsType.PhysicalGoods,
            Currency: "INR",
            TotalAmount: new PaymentAmount(21000),
            [new PaymentSetting.Gateway("razorpay", ConfigurationName: "main")])
        {
            Order = new PaymentOrder(
                [new OrderItem("Rye loaf", new PaymentAmount(10000), Quantity: 2) { RetailerId = "rye-1" }],
                Subtotal: new PaymentAmount(20000),
                Tax: new OrderCharge(new PaymentAmount(1000)) { Description = "GST" }),
        };
        await sender.SendAsync(customer, new OrderDetailsMessage("Here is your order.", details));
        #endregion
    }

    public static async Task OrderStatusAsync(WhatsAppSender sender, Recipient customer)
    {
        #region order-status
        await sender.SendAsync(customer, new OrderStatusMessage("Your order has left our shop.", "order-9", OrderStatus.Shipped));

        await sender.SendAsync(customer, new OrderStatusMessage("We are sorry.", "order-10", OrderStatus.Canceled)
        {
            Description = "We ran out of flour",
        });
        #endregion
    }
}
