using Npgsql;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;

namespace ShopBot.Storage.Postgres.Internal;

/// <summary>Reads columns.</summary>
internal static class RowExtensions
{
    extension(NpgsqlDataReader row)
    {
        public byte[] Bytes(int column) => row.GetFieldValue<byte[]>(column);

        public string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);

        public int? Number(int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

        /// <summary>A whole number of any width.</summary>
        public long Whole(int column) => row.GetFieldType(column) switch
        {
            var type when type == typeof(short) => row.GetInt16(column),
            var type when type == typeof(int) => row.GetInt32(column),
            _ => row.GetInt64(column),
        };

        public DateTimeOffset Time(int column) => new(row.GetFieldValue<DateTime>(column), TimeSpan.Zero);

        public DateTimeOffset? TimeOrNull(int column) => row.IsDBNull(column) ? null : row.Time(column);

        /// <summary>A lane's key from three columns.</summary>
        public LaneKey Lane(int column) => new(new StoreId(row.GetGuid(column)), row.GetString(column + 1), new CustomerId(row.GetGuid(column + 2)));

        /// <summary>Aliases from three array columns; none when they are null.</summary>
        public IReadOnlyList<CustomerAlias> Aliases(int column)
        {
            if (row.IsDBNull(column))
                return [];
            var kinds = row.GetFieldValue<short[]>(column);
            var hashes = row.GetFieldValue<string[]>(column + 1);
            var values = row.GetFieldValue<byte[][]>(column + 2);
            var aliases = new CustomerAlias[kinds.Length];
            for (var i = 0; i < aliases.Length; i++)
                aliases[i] = new CustomerAlias((AliasKind)kinds[i], hashes[i], values[i]);
            return aliases;
        }

        /// <summary>A price from three columns.</summary>
        public MessagePrice? Price(int column) =>
            row.IsDBNull(column) ? null : new MessagePrice(row.GetString(column), row.Text(column + 1), row.GetBoolean(column + 2));
    }
}
