namespace Shopify.Client;

internal sealed record OrderContactWire(
    string? Id, string? StatusPageUrl, string? Phone, string? Email, OrderCustomerWire? Customer, OrderAddressWire? ShippingAddress)
{
    public OrderContact ToModel(AnswerShape shape) => new()
    {
        OrderId = shape.Need(Id, "order.id"),
        StatusPageUrl = StatusPageUrl,
        Phone = Phone,
        Email = Email,
        CustomerId = Customer?.Id,
        CustomerDisplayName = Customer?.DisplayName,
        CustomerPhone = Customer?.DefaultPhoneNumber?.PhoneNumber,
        ShippingAddress = ShippingAddress is { } to
            ? new() { Name = to.Name, Phone = to.Phone, City = to.City, Zip = to.Zip, CountryCode = to.CountryCodeV2 }
            : null,
    };
}

internal sealed record OrderCustomerWire(string? Id, string? DisplayName, CustomerPhoneWire? DefaultPhoneNumber);

internal sealed record OrderAddressWire(string? Name, string? Phone, string? City, string? Zip, string? CountryCodeV2);
