using ShopBot.Engine.Customers;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;

namespace ShopBot.Storage.Testing.Lanes;

public abstract class AliasTests(Func<StorageHarness> open) : StorageTests(open)
{
    [Fact]
    public async Task New_aliases_are_linked_to_the_customer_found_by_a_known_one()
    {
        var byPhone = await CustomerOf("m1", Sample.Phone("p1"));
        var byBoth = await CustomerOf("m2", Sample.UserId("u1"), Sample.Phone("p1"));
        var byUserId = await CustomerOf("m3", Sample.UserId("u1"));

        Assert.Equal(byPhone, byBoth);
        Assert.Equal(byPhone, byUserId);
    }

    [Fact]
    public async Task The_strongest_known_alias_decides()
    {
        var ada = await CustomerOf("m1", Sample.UserId("u1"));
        var grace = await CustomerOf("m2", Sample.Phone("p1"));

        var found = await CustomerOf("m3", Sample.UserId("u1"), Sample.Phone("p1"));

        Assert.Equal(ada, found);
        Assert.NotEqual(grace, found);
    }

    [Fact]
    public async Task A_recycled_phone_number_moves_to_its_new_holder()
    {
        var ada = await CustomerOf("m1", Sample.UserId("u1"));
        await CustomerOf("m2", Sample.UserId("u2"), Sample.Phone("p1"));
        await CustomerOf("m3", Sample.UserId("u1"), Sample.Phone("p1"));

        var byPhone = await CustomerOf("m4", Sample.Phone("p1"));
        var grace = await AppendAsync(Sample.Event(Store, "m5", Now, Sample.UserId("u2")), Host);

        Assert.Equal(ada, byPhone);
        Assert.Equal(["u2"], grace.Work!.Aliases.Select(alias => alias.Hash));
    }

    [Fact]
    public async Task A_new_user_id_with_the_number_of_somebody_else_is_a_new_person()
    {
        var ada = await CustomerOf("m1", Sample.UserId("u1"), Sample.Phone("p1"));

        var grace = await CustomerOf("m2", Sample.UserId("u2"), Sample.Phone("p1"));

        Assert.NotEqual(ada, grace);
        Assert.Equal(grace, await CustomerOf("m3", Sample.Phone("p1")));
        Assert.Equal(ada, await CustomerOf("m4", Sample.UserId("u1")));
    }

    [Fact]
    public async Task A_customer_that_is_known_takes_the_aliases_of_the_event()
    {
        var ada = await CustomerOf("m1", Sample.UserId("u1"));

        await AppendAsync(Event("m2") with { Customer = ada, Aliases = [Sample.UserId("u1-new")] });

        Assert.Equal(ada, await CustomerOf("m3", Sample.UserId("u1-new")));
    }

    [Fact]
    public async Task A_customer_that_is_known_needs_no_alias()
    {
        var ada = await CustomerOf("m1", Sample.UserId("u1"));

        var result = await AppendAsync(Event("m2") with { Customer = ada, Aliases = [] });

        Assert.Equal((AppendOutcome.Appended, 2L), (result.Outcome, result.Seq));
    }

    [Fact]
    public async Task Aliases_come_back_by_kind_and_the_newest_of_a_kind_first()
    {
        var ada = await CustomerOf("m1", Sample.Phone("p1"));
        Pass(TimeSpan.FromMinutes(1));
        await CustomerOf("m2", Sample.UserId("u1"), Sample.Phone("p1"));
        Pass(TimeSpan.FromMinutes(1));

        var result = await AppendAsync(Event("m3") with { Customer = ada, Aliases = [Sample.UserId("u2"), Sample.Phone("p1")] }, Host);

        var aliases = result.Work!.Aliases;
        Assert.Equal(["u2", "u1", "p1"], aliases.Select(alias => alias.Hash));
        Assert.Equal([AliasKind.UserId, AliasKind.UserId, AliasKind.Phone], aliases.Select(alias => alias.Kind));
        Assert.Equal("user:u2", Sample.Text(aliases[0].Value));
    }

    [Fact]
    public async Task The_same_hash_of_another_kind_or_store_is_another_person()
    {
        var customers = new[]
        {
            await CustomerOf("m1", Sample.UserId("same")),
            await CustomerOf("m2", Sample.Phone("same")),
            (await AppendAsync(Sample.Event(StoreId.New(Start), "m1", Now, Sample.UserId("same")))).Lane!.Value.Customer,
        };

        Assert.Equal(3, customers.Distinct().Count());
    }

    private async Task<CustomerId> CustomerOf(string key, params CustomerAlias[] aliases) =>
        (await AppendAsync(Sample.Event(Store, key, Now, aliases))).Lane!.Value.Customer;
}
