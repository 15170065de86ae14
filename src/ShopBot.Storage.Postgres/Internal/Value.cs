using Npgsql;
using NpgsqlTypes;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Stores;

namespace ShopBot.Storage.Postgres.Internal;

/// <summary>Typed parameters, bound by place: <c>$1</c>, <c>$2</c>.</summary>
internal static class Value
{
    public static NpgsqlParameter Of<T>(T value) => new NpgsqlParameter<T> { TypedValue = value };

    public static NpgsqlParameter Of(StoreId store) => Of(store.Value);

    public static NpgsqlParameter Of(CustomerId customer) => Of(customer.Value);

    public static NpgsqlParameter Of(string? text) => text is null ? Null(NpgsqlDbType.Text) : Of<string>(text);

    public static NpgsqlParameter Of(int? number) => number is { } known ? Of<int>(known) : Null(NpgsqlDbType.Integer);

    public static NpgsqlParameter Of(DateTimeOffset time) => Of(time.UtcDateTime);

    public static NpgsqlParameter Of(DateTimeOffset? time) => time is { } known ? Of(known) : Null(NpgsqlDbType.TimestampTz);

    public static NpgsqlParameter Of(ReadOnlyMemory<byte> bytes) => Of<ReadOnlyMemory<byte>>(bytes);

    /// <summary>One array of what each row gives.</summary>
    public static NpgsqlParameter Column<TRow, T>(IReadOnlyList<TRow> rows, Func<TRow, T> cell)
    {
        var cells = new T[rows.Count];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = cell(rows[i]);
        return Of(cells);
    }

    /// <summary>One array of times; all of them in UTC, as PostgreSQL wants them.</summary>
    public static NpgsqlParameter Times<TRow>(IReadOnlyList<TRow> rows, Func<TRow, DateTimeOffset?> cell)
    {
        var cells = new DateTimeOffset?[rows.Count];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = cell(rows[i])?.ToUniversalTime();
        return new NpgsqlParameter<DateTimeOffset?[]> { TypedValue = cells, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz };
    }

    private static NpgsqlParameter Null(NpgsqlDbType type) => new() { Value = DBNull.Value, NpgsqlDbType = type };
}
