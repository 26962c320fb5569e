namespace DxJobs.Core.Ledger;

/// <summary>A feed: the jobs of one type for one data set. The numbers are those of the ledger's symbols; −1 for jobs without a data set.</summary>
internal readonly record struct FeedKey(int DataSet, ushort Type);
