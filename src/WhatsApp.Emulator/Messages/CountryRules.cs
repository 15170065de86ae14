using System.Text.Json;

namespace WhatsApp.Emulator;

/// <summary>Messages that exist in some countries only: addresses and payments.</summary>
internal static class CountryRules
{
    public static void CheckAddress(Param parameters)
    {
        parameters.AllowOnly("country", "values", "saved_addresses", "validation_errors");
        parameters.NeedWord("country", "IN", "SG");
        parameters.FindObject("values");
        if (parameters.Find("saved_addresses") is not null)
            parameters.NeedItems("saved_addresses", 1, 100);
    }

    public static void CheckOrderDetails(Param parameters)
    {
        parameters.NeedText("reference_id", 60);
        parameters.NeedWord("type", "digital-goods", "physical-goods");
        parameters.NeedWord("currency", "INR", "BRL", "SGD");
        var total = Amount(parameters.NeedObject("total_amount"));
        var order = parameters.NeedObject("order");
        order.NeedText("status", 50);
        long items = 0;
        foreach (var item in order.NeedItems("items", 1, 999))
        {
            item.NeedText("name", 60);
            var quantity = item.FindWhole("quantity", 1, int.MaxValue) ?? throw new GraphException(GraphError.Missing($"{item.Path}['quantity']"));
            items += Amount(item.FindObject("sale_amount") ?? item.NeedObject("amount")) * quantity;
        }

        var subtotal = Amount(order.NeedObject("subtotal"));
        if (subtotal != items)
            throw new GraphException(GraphError.Invalid($"Param {order.Path}['subtotal'] must be the sum of the items."));
        var sum = subtotal + Part(order, "tax") + Part(order, "shipping") - Part(order, "discount");
        if (total != sum)
            throw new GraphException(GraphError.Invalid($"Param {parameters.Path}['total_amount'] must be subtotal + tax + shipping - discount."));
    }

    public static void CheckOrderStatus(Param parameters)
    {
        parameters.NeedText("reference_id", 60);
        var order = parameters.NeedObject("order");
        order.NeedWord("status", "pending", "processing", "partially-shipped", "shipped", "completed", "canceled");
        order.FindText("description", 120);
    }

    private static long Part(Param order, string name) => order.FindObject(name) is { } part ? Amount(part) : 0;

    private static long Amount(Param amount)
    {
        if (amount.Need("value").Value is not { ValueKind: JsonValueKind.Number } value || !value.TryGetInt64(out var number) || number < 0)
            throw amount.Need("value").Wrong("must be a whole number");
        if (amount.FindWhole("offset", 1, 1_000) is not 100)
            throw new GraphException(GraphError.Invalid($"Param {amount.Path}['offset'] must be 100."));
        return number;
    }
}
