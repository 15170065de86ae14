using Npgsql;
using ShopBot.Engine.Storage;

namespace ShopBot.Storage.Postgres.Internal;

/// <summary>Lane keys as the three arrays that <c>unnest</c> takes.</summary>
internal sealed class LaneColumns(IReadOnlyList<LaneKey> lanes)
{
    public int Count => lanes.Count;

    public NpgsqlParameter Stores => Value.Column(lanes, lane => lane.Store.Value);

    public NpgsqlParameter Channels => Value.Column(lanes, lane => lane.Channel);

    public NpgsqlParameter Customers => Value.Column(lanes, lane => lane.Customer.Value);

    public static LaneColumns Of<T>(IReadOnlyList<T> rows, Func<T, LaneKey> lane) => new([.. rows.Select(lane)]);
}
