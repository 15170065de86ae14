namespace ShopBot.Engine.Customers;

/// <summary>
/// A person as one store knows them: a surrogate that outlives phone numbers and business-scoped user ids.
/// Random, so that it may stand in a cart attribute without telling anything.
/// </summary>
/// <param name="Value">The identifier.</param>
public readonly record struct CustomerId(Guid Value)
{
    /// <summary>Makes a new random id.</summary>
    public static CustomerId New() => new(Guid.NewGuid());

    /// <inheritdoc />
    public override string ToString() => Value.ToString("N");
}
