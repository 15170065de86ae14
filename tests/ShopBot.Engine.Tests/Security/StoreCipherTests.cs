using System.Security.Cryptography;
using System.Text;
using ShopBot.Engine.Security;
using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Tests.Security;

public sealed class StoreCipherTests
{
    private const string Plain = "EAAG-access-token of +1 555 000 1111 ☎";

    private static readonly StoreId Store = new(Guid.Parse("0193a111-0000-7000-8000-000000000001"));
    private static readonly byte[] Key = StoreCipher.NewDataKey();

    private readonly StoreCipher _cipher = new(Store, Key);

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData(Plain)]
    public void Unprotect_InItsPlace_GivesThePlainText(string plain) =>
        Assert.Equal(plain, _cipher.UnprotectText(_cipher.Protect(plain, "lanes", "state", "7"), "lanes", "state", "7"));

    [Theory]
    [InlineData("outbox", "state", "7")]
    [InlineData("lanes", "value", "7")]
    [InlineData("lanes", "state", "8")]
    [InlineData("lanes", "state", "")]
    public void Unprotect_InAnotherPlace_IsRefused(string table, string column, string row)
    {
        var value = _cipher.Protect(Plain, "lanes", "state", "7");

        Assert.ThrowsAny<CryptographicException>(() => _cipher.Unprotect(value, table, column, row));
    }

    [Fact]
    public void Unprotect_InAnotherStoreUnderTheSameKey_IsRefused()
    {
        var value = _cipher.Protect(Plain, "lanes", "state", "7");
        var other = new StoreCipher(new StoreId(Guid.Parse("0193a111-0000-7000-8000-000000000002")), Key);

        Assert.ThrowsAny<CryptographicException>(() => other.Unprotect(value, "lanes", "state", "7"));
    }

    [Fact]
    public void Unprotect_UnderAnotherKey_IsRefused()
    {
        var value = _cipher.Protect(Plain, "lanes", "state", "7");

        Assert.ThrowsAny<CryptographicException>(() => new StoreCipher(Store, StoreCipher.NewDataKey()).Unprotect(value, "lanes", "state", "7"));
    }

    [Fact]
    public void Unprotect_AnyByteChanged_IsRefused()
    {
        var value = _cipher.Protect(Plain, "lanes", "state", "7");

        for (var i = 0; i < value.Length; i++)
        {
            var damaged = (byte[])value.Clone();
            damaged[i] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => _cipher.Unprotect(damaged, "lanes", "state", "7"));
        }
    }

    [Fact]
    public void Unprotect_AnyLengthCutOff_IsRefused()
    {
        var value = _cipher.Protect(Plain, "lanes", "state", "7");

        for (var length = 0; length < value.Length; length++)
            Assert.ThrowsAny<CryptographicException>(() => _cipher.Unprotect(value.AsSpan(0, length), "lanes", "state", "7"));
    }

    [Fact]
    public void Protect_Twice_GivesDifferentBytesWithoutThePlainText()
    {
        var first = _cipher.Protect(Plain, "lanes", "state", "7");
        var second = _cipher.Protect(Plain, "lanes", "state", "7");

        Assert.False(first.AsSpan().SequenceEqual(second));
        Assert.Equal(-1, first.AsSpan().IndexOf("EAAG"u8));
        Assert.Equal(-1, first.AsSpan().IndexOf(Encoding.UTF8.GetBytes("555")));
    }

    [Fact]
    public void Unprotect_Refused_SaysWhereAndNotWhat()
    {
        var fault = Assert.ThrowsAny<CryptographicException>(() => _cipher.Unprotect("plain text of a customer"u8, "lanes", "state", "7"));

        Assert.Contains("lanes.state", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("customer", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(200)]
    [InlineData(1000)]
    public void Protect_BindsTheValueToItsPlaceInWords(int rowLength)
    {
        var row = new string('7', rowLength);
        var value = _cipher.Protect(Plain, "lanes", "state", row);

        using var aes = new AesGcm(Key, 16);
        var plain = new byte[value.Length - 29];
        aes.Decrypt(value.AsSpan(1, 12), value.AsSpan(29), value.AsSpan(13, 16), plain, Encoding.UTF8.GetBytes($"0193a111000070008000000000000001|lanes|state|{row}"));
        Assert.Equal(Plain, Encoding.UTF8.GetString(plain));
        Assert.Equal(Plain, _cipher.UnprotectText(value, "lanes", "state", row));
    }

    [Fact]
    public void Protect_ByManyThreadsAtOnce_NeverMixesThemUp() => Parallel.For(0, 64, new ParallelOptions { MaxDegreeOfParallelism = 8 }, thread =>
    {
        for (var i = 0; i < 200; i++)
        {
            var plain = $"{thread} says {i}";
            Assert.Equal(plain, _cipher.UnprotectText(_cipher.Protect(plain, "lanes", "state", "7"), "lanes", "state", "7"));
        }
    });
}
