using Microsoft.Data.Sqlite;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;

namespace ShopBot.Storage.Sqlite.Internal;

/// <summary>Reads columns in the forms in which <see cref="Session"/> stores them.</summary>
internal static class ReaderExtensions
{
    extension(SqliteDataReader reader)
    {
        public Guid Id(int column) => new(reader.Bytes(column), bigEndian: true);

        public byte[] Bytes(int column) => reader.GetFieldValue<byte[]>(column);

        public string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

        public DateTimeOffset Time(int column) => DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(column));

        public DateTimeOffset? OptionalTime(int column) => reader.IsDBNull(column) ? null : reader.Time(column);

        /// <summary>Three columns: category, type, billable.</summary>
        public MessagePrice? Price(int column) =>
            reader.IsDBNull(column) ? null : new MessagePrice(reader.GetString(column), reader.Text(column + 1), reader.GetBoolean(column + 2));

        public LaneKey Lane(int column) =>
            new(new StoreId(reader.Id(column)), reader.GetString(column + 1), new CustomerId(reader.Id(column + 2)));

        /// <summary>Reads all rows and disposes the reader.</summary>
        public List<T> All<T>(Func<SqliteDataReader, T> read)
        {
            using (reader)
            {
                var rows = new List<T>();
                while (reader.Read())
                    rows.Add(read(reader));

                return rows;
            }
        }
    }
}
