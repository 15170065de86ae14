using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ShopBot.Engine.Security;

/// <summary>A look-up key. Its version leads each hash made with it; from its time on it makes the new ones.</summary>
internal sealed record LookupKey(int Version, byte[] Bytes, DateTimeOffset ActiveFrom)
{
    // One character of a hash says which key made it.
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const int Size = 32;

    public static int MaxVersion => Digits.Length - 1;

    public char Digit => Digits[Version];

    public static LookupKey New(int version, DateTimeOffset activeFrom) => new(version, RandomNumberGenerator.GetBytes(Size), activeFrom);

    /// <summary>The first key is active from the beginning, and has no time behind it.</summary>
    public byte[] ToBytes()
    {
        if (ActiveFrom == DateTimeOffset.MinValue)
            return Bytes;
        var bytes = new byte[Size + sizeof(long)];
        Bytes.CopyTo(bytes, 0);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(Size), ActiveFrom.ToUnixTimeMilliseconds());
        return bytes;
    }

    public static LookupKey Read(int version, byte[] bytes) => new(
        version,
        bytes[..Size],
        bytes.Length == Size ? DateTimeOffset.MinValue : DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(Size))));
}
