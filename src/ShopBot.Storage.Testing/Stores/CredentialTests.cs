using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;

namespace ShopBot.Storage.Testing.Stores;

public abstract class CredentialTests(Func<StorageHarness> open) : StorageTests(open)
{
    private const string Name = "shopify";

    private ICredentialStore Credentials => Storage.Credentials;

    [Fact]
    public async Task Find_WhatWasNeverSaved_IsNull() => Assert.Null(await FindAsync());

    [Fact]
    public async Task Save_NewRecord_ComesBackWithVersionOne()
    {
        Assert.True(await SaveAsync(New("one") with { DueAt = Start.AddDays(90) }));

        var found = await FindAsync();
        Assert.Equal((Store, Name, "one", Start.AddDays(90), null, 1), (found!.Store, found.Name, Sample.Text(found.Value), found.DueAt, found.ClaimedUntil, found.Version));
    }

    [Fact]
    public async Task Save_EmptyValueWithoutDueTime_ComesBackAsItWas()
    {
        await SaveAsync(New("one") with { DueAt = Start });
        await SaveAsync(New("") with { Version = 1 });

        var found = await FindAsync();
        Assert.True(found!.Value.IsEmpty);
        Assert.Null(found.DueAt);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Save_OnAnotherVersion_ChangesNothing(long version)
    {
        await SaveAsync(New("one"));
        await SaveAsync(New("two") with { Version = 1 });

        Assert.False(await SaveAsync(New("late") with { Version = version }));

        var found = await FindAsync();
        Assert.Equal(("two", 2), (Sample.Text(found!.Value), found.Version));
    }

    [Fact]
    public async Task Save_VersionOfARecordThatDoesNotExist_IsRefused() => Assert.False(await SaveAsync(New("one") with { Version = 1 }));

    [Fact]
    public async Task Stores_and_names_have_records_of_their_own()
    {
        var other = StoreId.New(Start);
        await SaveAsync(New("one"));
        await SaveAsync(New("two") with { Store = other });
        await SaveAsync(New("three") with { Name = "other" });

        Assert.Equal("one", Sample.Text((await FindAsync())!.Value));
        Assert.Equal("two", Sample.Text((await Credentials.FindAsync(other, Name, Token))!.Value));
        Assert.Equal("three", Sample.Text((await Credentials.FindAsync(Store, "other", Token))!.Value));
    }

    [Fact]
    public async Task Claim_OfNothing_IsNull() => Assert.Null(await ClaimAsync());

    [Fact]
    public async Task Claim_FreeRecord_GivesItWithTheNextVersion()
    {
        await SaveAsync(New("one"));

        var claimed = await ClaimAsync();

        Assert.Equal(("one", 2, Now + Lease), (Sample.Text(claimed!.Value), claimed.Version, claimed.ClaimedUntil));
        Assert.Equal(claimed.ClaimedUntil, (await FindAsync())!.ClaimedUntil);
    }

    [Fact]
    public async Task A_claim_keeps_others_away_until_it_ends()
    {
        await SaveAsync(New("one"));
        await ClaimAsync();

        Assert.Null(await ClaimAsync());
        Pass(Lease - TimeSpan.FromMilliseconds(1));
        Assert.Null(await ClaimAsync());
        Pass(TimeSpan.FromMilliseconds(1));
        Assert.Equal(3, (await ClaimAsync())!.Version);
    }

    [Fact]
    public async Task A_claim_fences_off_who_read_before_it()
    {
        await SaveAsync(New("one"));
        var claimed = await ClaimAsync();

        Assert.False(await SaveAsync(New("early") with { Version = 1 }));
        Assert.True(await SaveAsync(claimed! with { Value = Sample.Bytes("two") }));
    }

    [Fact]
    public async Task A_claimer_whose_claim_was_taken_over_cannot_save()
    {
        await SaveAsync(New("one"));
        var slow = await ClaimAsync();
        Pass(Lease);
        var next = await ClaimAsync();

        Assert.False(await SaveAsync(slow! with { Value = Sample.Bytes("slow") }));
        Assert.True(await SaveAsync(next! with { Value = Sample.Bytes("next") }));
        Assert.False(await SaveAsync(slow! with { Value = Sample.Bytes("slow") }));
        Assert.Equal("next", Sample.Text((await FindAsync())!.Value));
    }

    [Fact]
    public async Task A_late_claimer_may_save_while_nobody_took_over()
    {
        await SaveAsync(New("one"));
        var slow = await ClaimAsync();
        Pass(Lease + Lease);

        Assert.True(await SaveAsync(slow! with { Value = Sample.Bytes("slow") }));
    }

    [Fact]
    public async Task A_save_ends_the_claim()
    {
        await SaveAsync(New("one"));
        var claimed = await ClaimAsync();
        await SaveAsync(claimed!);

        Assert.Null((await FindAsync())!.ClaimedUntil);
        Assert.NotNull(await ClaimAsync());
    }

    [Fact]
    public async Task Twenty_claimers_at_once_only_one_wins()
    {
        await SaveAsync(New("one"));

        var claims = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(ClaimAsync, Token)));

        Assert.Single(claims, claim => claim is not null);
    }

    [Fact]
    public async Task Twenty_writers_on_one_version_only_one_wins()
    {
        await SaveAsync(New("one"));

        var saved = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => SaveAsync(New($"{i}") with { Version = 1 }), Token)));

        Assert.Single(saved, won => won);
    }

    [Fact]
    public async Task FindDue_ListsByStore_InPages_WhatIsDueBeforeTheTime()
    {
        var stores = Enumerable.Range(0, 5).Select(i => StoreId.New(Start.AddSeconds(i))).ToArray();
        foreach (var (index, store) in stores.Index())
            await SaveAsync(New("x") with { Store = store, DueAt = Start.AddDays(index) });
        await SaveAsync(New("x") with { DueAt = null });
        await SaveAsync(New("x") with { Name = "other", DueAt = Start });

        var first = await DueAsync(Start.AddDays(4), null);
        var second = await DueAsync(Start.AddDays(4), first[^1]);
        var third = await DueAsync(Start.AddDays(4), second[^1]);

        Assert.Equal([stores[0], stores[1]], first);
        Assert.Equal([stores[2], stores[3]], second);
        Assert.Empty(third);
        Assert.Empty(await DueAsync(Start, null));
    }

    private CredentialRecord New(string value) => new() { Store = Store, Name = Name, Value = Sample.Bytes(value) };

    private async Task<CredentialRecord?> FindAsync() => await Credentials.FindAsync(Store, Name, Token);

    private async Task<bool> SaveAsync(CredentialRecord record) => await Credentials.SaveAsync(record, Token);

    private async Task<CredentialRecord?> ClaimAsync() => await Credentials.ClaimAsync(Store, Name, Now + Lease, Now, Token);

    private async Task<IReadOnlyList<StoreId>> DueAsync(DateTimeOffset before, StoreId? after) =>
        await Credentials.FindDueAsync(Name, before, after, 2, Token);
}
