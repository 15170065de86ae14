using ShopBot.Engine.Customers;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;

namespace ShopBot.Storage.Testing.Simulation;

/// <summary>Somebody who writes under a user id, under a phone number, or under both.</summary>
internal sealed record Person(StoreId Store, string Name)
{
    public CustomerAlias UserId => Sample.UserId($"user-{Name}");

    public CustomerAlias Phone => Sample.Phone($"phone-{Name}");

    public CustomerAlias[] Aliases(Naming naming) => naming switch
    {
        Naming.UserId => [UserId],
        Naming.Phone => [Phone],
        _ => [UserId, Phone],
    };
}

internal enum Naming
{
    UserId,
    Phone,
    Both,
}

/// <summary>A message as the platform keeps it until somebody acknowledges it.</summary>
internal sealed record Message(Person From, Naming Naming, string Key)
{
    public bool Acknowledged { get; set; }

    public EventAppend ToAppend(DateTimeOffset now) => Sample.Event(From.Store, Key, now, From.Aliases(Naming));
}
