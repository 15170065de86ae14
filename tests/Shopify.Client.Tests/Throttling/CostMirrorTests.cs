using Microsoft.Extensions.Time.Testing;

namespace Shopify.Client.Tests.Throttling;

public sealed class CostMirrorTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly CostMirror _mirror;

    public CostMirrorTests() => _mirror = new CostMirror(_time);

    [Fact]
    public void Unknown_bucket_is_taken_for_half_of_the_smallest()
    {
        Assert.False(_mirror.IsKnown);
        Assert.Equal(1000, _mirror.Available);
    }

    [Fact]
    public void First_report_replaces_the_assumption_less_what_is_under_way()
    {
        var first = _mirror.Take(300);
        _mirror.Take(300);

        _mirror.Settle(300, first, new(50) { Status = new(2000, 1950, 100) });

        Assert.True(_mirror.IsKnown);
        Assert.Equal((2000, 1650), (_mirror.Size, _mirror.Available));
    }

    [Fact]
    public void Points_come_back_up_to_the_size_less_what_is_under_way()
    {
        Report(available: 2000);
        var mark = _mirror.Take(500);
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1500, _mirror.Available);

        _mirror.Settle(500, mark, new(500));
        Assert.Equal(1500, _mirror.Available);
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(1700, _mirror.Available);
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(2000, _mirror.Available);
    }

    [Fact]
    public void Actual_cost_below_the_reserved_gives_the_rest_back()
    {
        Report(available: 100);
        var mark = _mirror.Take(80);

        _mirror.Settle(80, mark, new(30));

        Assert.Equal(70, _mirror.Available);
    }

    [Fact]
    public void Report_below_the_mirror_shows_another_client_and_is_believed()
    {
        Report(available: 1000);

        Report(available: 400);

        Assert.Equal(400, _mirror.Available);
    }

    [Fact]
    public void Late_report_of_an_earlier_attempt_makes_nobody_richer()
    {
        Report(available: 1000);
        var early = _mirror.Take(100);
        var late = _mirror.Take(100);

        _mirror.Settle(100, late, new(100) { Status = new(2000, 800, 100) });
        _mirror.Settle(100, early, new(100) { Status = new(2000, 900, 100) });

        Assert.Equal(800, _mirror.Available);
    }

    [Fact]
    public void Lone_attempt_raises_a_mirror_that_was_too_poor()
    {
        Report(available: 1000);
        var lost = _mirror.Take(400);
        _mirror.Settle(400, lost, new(400));
        Assert.Equal(600, _mirror.Available);

        Report(available: 1000);

        Assert.Equal(1000, _mirror.Available);
    }

    [Fact]
    public void Bigger_plan_is_learnt_from_its_report()
    {
        Report(available: 2000);
        var mark = _mirror.Take(0);
        _mirror.Settle(0, mark, new(0) { Status = new(20_000, 20_000, 1000) });

        Assert.Equal(20_000, _mirror.Size);
        var spent = _mirror.Take(20_000);
        _mirror.Settle(20_000, spent, new(20_000));
        Assert.Equal(TimeSpan.FromSeconds(5), _mirror.WaitFor(5000));
    }

    [Fact]
    public void Wait_for_what_is_under_way_has_no_length()
    {
        Report(available: 2000);
        _mirror.Take(1500);

        Assert.Null(_mirror.WaitFor(1000));
        Assert.Equal(TimeSpan.Zero, _mirror.WaitFor(500));
    }

    [Fact]
    public void Another_client_that_keeps_spending_slows_what_is_expected_to_come_back()
    {
        Report(available: 1000);
        var wait = _mirror.WaitFor(1100);
        for (var second = 1; second <= 20; second++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            // 40 of the 100 points a second go elsewhere, and we take the other 60.
            var mark = _mirror.Take(60);
            _mirror.Settle(60, mark, new(60) { Status = new(2000, 1000, 100) });
        }

        Assert.InRange(_mirror.WaitFor(1100)!.Value, wait!.Value * 1.2, wait.Value * 3);
    }

    [Fact]
    public void Spent_by_others_forgets_itself()
    {
        Another_client_that_keeps_spending_slows_what_is_expected_to_come_back();
        for (var second = 1; second <= 20; second++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            var mark = _mirror.Take(100);
            _mirror.Settle(100, mark, new(100) { Status = new(2000, 1000, 100) });
        }

        Assert.InRange(_mirror.WaitFor(1100)!.Value, TimeSpan.FromSeconds(0.99), TimeSpan.FromSeconds(1.1));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Report_without_sense_is_ignored(double available)
    {
        Report(available: 1000);
        Report(available);

        Assert.Equal(1000, _mirror.Available);
    }

    private void Report(double available)
    {
        var mark = _mirror.Take(0);
        _mirror.Settle(0, mark, new(0) { Status = new(2000, available, 100) });
    }
}
