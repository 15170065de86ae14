using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;

namespace ShopBot.Storage.Testing.Stores;

public abstract class StoreDirectoryTests(Func<StorageHarness> open) : StorageTests(open)
{
    [Fact]
    public async Task Save_NewStore_IsFoundByIdAndDomain()
    {
        var record = Full(Store);

        Assert.Equal(SaveStoreResult.Saved, await SaveAsync(record));

        var byId = await Storage.Stores.FindAsync(Store, Token);
        AssertSame(record with { Version = 1 }, byId);
        AssertSame(byId!, await Storage.Stores.FindByShopDomainAsync(record.ShopDomain, Token));
        AssertSame(byId!, await Storage.Stores.FindByPhoneNumberIdAsync("555000111", Token));
        AssertSame(byId!, Assert.Single(await Storage.Stores.FindByWabaIdAsync("waba-1", Token)));
    }

    [Fact]
    public async Task Save_OnlyWhatIsRequired_ComesBackAsItWas()
    {
        await SaveAsync(Sample.StoreRecord(Store));

        var found = await Storage.Stores.FindAsync(Store, Token);

        Assert.NotNull(found);
        Assert.Null(found.ShopName);
        Assert.Null(found.PhoneNumberId);
        Assert.True(found.WhatsAppCredentials.IsEmpty);
        Assert.False(found.WhatsAppEnabled);
    }

    [Fact]
    public async Task Find_WhatIsNotThere_IsNull()
    {
        Assert.Null(await Storage.Stores.FindAsync(Store, Token));
        Assert.Null(await Storage.Stores.FindByShopDomainAsync("nobody.myshopify.com", Token));
        Assert.Null(await Storage.Stores.FindByPhoneNumberIdAsync("1", Token));
        Assert.Empty(await Storage.Stores.FindByWabaIdAsync("1", Token));
        Assert.False(await Storage.Stores.HasVerifyTokenAsync("hash", Token));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Save_OnAnotherVersion_IsConflictAndChangesNothing(long version)
    {
        await SaveAsync(Full(Store));

        var result = await SaveAsync(Full(Store) with { Version = version, ShopName = "Changed" });

        Assert.Equal(SaveStoreResult.Conflict, result);
        Assert.Equal("Demo Shop", (await Storage.Stores.FindAsync(Store, Token))!.ShopName);
    }

    [Fact]
    public async Task Save_VersionOfAStoreThatDoesNotExist_IsConflict() =>
        Assert.Equal(SaveStoreResult.Conflict, await SaveAsync(Full(Store) with { Version = 1 }));

    [Fact]
    public async Task Save_CurrentVersion_RaisesItByOne()
    {
        await SaveAsync(Full(Store));

        Assert.Equal(SaveStoreResult.Saved, await SaveAsync(Full(Store) with { Version = 1, ShopName = "Changed" }));

        var found = await Storage.Stores.FindAsync(Store, Token);
        Assert.Equal(("Changed", 2), (found!.ShopName, found.Version));
    }

    [Fact]
    public async Task Ten_writers_on_the_same_version_only_one_wins()
    {
        await SaveAsync(Full(Store));

        var results = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(
            async () => await SaveAsync(Full(Store) with { Version = 1, ShopName = $"Shop {i}" }), Token)));

        Assert.Single(results, SaveStoreResult.Saved);
        Assert.Equal(9, results.Count(result => result == SaveStoreResult.Conflict));
    }

    [Fact]
    public async Task Save_DomainOfAnotherStore_IsConflict()
    {
        await SaveAsync(Sample.StoreRecord(Store));

        Assert.Equal(SaveStoreResult.Conflict, await SaveAsync(Sample.StoreRecord(StoreId.New(Start))));
    }

    [Fact]
    public async Task A_phone_number_is_held_by_one_switched_on_store()
    {
        var other = StoreId.New(Start);
        await SaveAsync(Full(Store));

        var taken = await SaveAsync(Full(other, "other.myshopify.com"));
        var switchedOff = await SaveAsync(Full(other, "other.myshopify.com") with { WhatsAppEnabled = false });
        var stillTaken = await SaveAsync(Full(other, "other.myshopify.com") with { Version = 1 });
        await SaveAsync(Full(Store) with { Version = 1, WhatsAppEnabled = false });
        var free = await SaveAsync(Full(other, "other.myshopify.com") with { Version = 1 });

        Assert.Equal(
            [SaveStoreResult.PhoneNumberTaken, SaveStoreResult.Saved, SaveStoreResult.PhoneNumberTaken, SaveStoreResult.Saved],
            [taken, switchedOff, stillTaken, free]);
        Assert.Equal(other, (await Storage.Stores.FindByPhoneNumberIdAsync("555000111", Token))!.Id);
    }

    [Fact]
    public async Task A_store_that_is_switched_off_is_not_found_by_number_or_account()
    {
        await SaveAsync(Full(Store) with { WhatsAppEnabled = false });

        Assert.Null(await Storage.Stores.FindByPhoneNumberIdAsync("555000111", Token));
        Assert.Empty(await Storage.Stores.FindByWabaIdAsync("waba-1", Token));
    }

    [Fact]
    public async Task Stores_without_a_number_do_not_disturb_each_other()
    {
        var first = await SaveAsync(Sample.StoreRecord(Store) with { WhatsAppEnabled = true });
        var second = await SaveAsync(Sample.StoreRecord(StoreId.New(Start), "other.myshopify.com") with { WhatsAppEnabled = true });

        Assert.Equal([SaveStoreResult.Saved, SaveStoreResult.Saved], [first, second]);
    }

    [Fact]
    public async Task Several_stores_may_share_one_account()
    {
        await SaveAsync(Full(Store));
        await SaveAsync(Full(StoreId.New(Start), "other.myshopify.com") with { PhoneNumberId = "555000222" });

        Assert.Equal(2, (await Storage.Stores.FindByWabaIdAsync("waba-1", Token)).Count);
    }

    [Fact]
    public async Task A_verify_token_is_known_even_before_its_store_is_switched_on()
    {
        await SaveAsync(Full(Store) with { WhatsAppEnabled = false });

        Assert.True(await Storage.Stores.HasVerifyTokenAsync("verify-hash", Token));
        Assert.False(await Storage.Stores.HasVerifyTokenAsync("another", Token));
    }

    private async Task<SaveStoreResult> SaveAsync(StoreRecord record) => await Storage.Stores.SaveAsync(record, Token);

    private static StoreRecord Full(StoreId id, string domain = "demo-shop.myshopify.com") => Sample.StoreRecord(id, domain) with
    {
        ShopName = "Demo Shop",
        Currency = "EUR",
        Locale = "de",
        WhatsAppCredentials = Sample.Bytes("whatsapp"),
        WhatsAppEnabled = true,
        PhoneNumberId = "555000111",
        WabaId = "waba-1",
        VerifyTokenHash = "verify-hash",
        WelcomeMessage = "Grüezi 👋",
        CreatedAt = Start,
        UpdatedAt = Start.AddMilliseconds(5),
    };

    private static void AssertSame(StoreRecord expected, StoreRecord? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(Sample.Text(expected.WrappedDataKey), Sample.Text(actual.WrappedDataKey));
        Assert.Equal(Sample.Text(expected.WhatsAppCredentials), Sample.Text(actual.WhatsAppCredentials));
        Assert.Equal(WithoutBytes(expected), WithoutBytes(actual));
    }

    private static StoreRecord WithoutBytes(StoreRecord record) =>
        record with { WrappedDataKey = default, WhatsAppCredentials = default };
}
