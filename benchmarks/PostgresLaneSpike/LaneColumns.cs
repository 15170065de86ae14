using Npgsql;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;

namespace PostgresLaneSpike;

/// <summary>Lane keys as the three arrays that unnest takes.</summary>
internal sealed record LaneColumns(Guid[] Stores, string[] Channels, Guid[] Customers)
{
    public static LaneColumns Of(IEnumerable<LaneKey> lanes) => Of(lanes.ToArray());

    public static LaneColumns Of(LaneKey[] lanes) => new(
        Array.ConvertAll(lanes, l => l.Store.Value), Array.ConvertAll(lanes, l => l.Channel), Array.ConvertAll(lanes, l => l.Customer.Value));

    /// <summary>Reads a key from the first three columns.</summary>
    public static LaneKey Read(NpgsqlDataReader row) =>
        new(new StoreId(row.GetGuid(0)), row.GetString(1), new CustomerId(row.GetGuid(2)));
}
