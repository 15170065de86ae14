namespace ShopBot.Shopping.Orders;

/// <summary>How far an order is.</summary>
public enum OrderState
{
    /// <summary>The shop says something this version does not know.</summary>
    Other,

    /// <summary>It waits to be sent.</summary>
    Open,

    /// <summary>It waits to be paid.</summary>
    Unpaid,

    /// <summary>A part of it was sent.</summary>
    PartlySent,

    /// <summary>All of it was sent.</summary>
    Sent,

    /// <summary>All of it arrived.</summary>
    Delivered,

    /// <summary>It was called off.</summary>
    Cancelled,
}
