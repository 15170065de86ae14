namespace ShopBot.Engine.Customers;

/// <summary>The names by which the platform may speak of one person. The order is the order in which they are believed.</summary>
public enum AliasKind
{
    /// <summary>Business-scoped user id; the stable key, but replaced when the person changes the phone number.</summary>
    UserId = 1,

    /// <summary>Phone number (wa_id, digits). May be absent, may vanish, may be given to another person later.</summary>
    Phone = 2,

    /// <summary>User id shared by the linked portfolios of one enterprise.</summary>
    ParentUserId = 3,
}
