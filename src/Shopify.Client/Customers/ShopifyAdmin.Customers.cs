namespace Shopify.Client;

public sealed partial class ShopifyAdmin
{
    /// <summary>
    /// The customer who owns a phone number, exactly and without the delay of search. Scopes: <c>read_customers</c> and <c>read_orders</c>;
    /// protected customer data of level 2, of which fields that the app was not approved for come back as null.
    /// </summary>
    /// <param name="phone">
    /// The number in international form, with or without <c>+</c>, as a WhatsApp id has it. For Mexico, Argentina and Brazil, where WhatsApp
    /// writes mobile numbers differently, the other form is tried as well.
    /// </param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The customer; null when nobody has the number.</returns>
    /// <exception cref="ArgumentException">The text holds no phone number of 7 to 15 digits.</exception>
    /// <exception cref="ShopifyException">The call failed.</exception>
    /// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/queries/customerByIdentifier"/>
    public async Task<Customer?> GetCustomerByPhoneAsync(string phone, CancellationToken cancellationToken = default)
    {
        var operation = CustomerOperations.ByPhone;
        foreach (var form in PhoneForms.Of(phone, nameof(phone)))
        {
            var variables = new CustomerByPhoneVariables(form);
            var data = await FindAsync(operation, variables, static data => data.CustomerByIdentifier, cancellationToken).ConfigureAwait(false);
            if (data?.CustomerByIdentifier is { } customer)
                return customer.ToModel(new AnswerShape(Shop, operation.OperationName));
        }

        return null;
    }
}
